import vine from '@vinejs/vine'

export const listValidator = vine.compile(vine.object({ page: vine.number().optional(), perPage: vine.number().max(100).optional() }))
export const createUserValidator = vine.compile(vine.object({ email: vine.string().email(), password: vine.string().minLength(8) }))
