import { Type, type Static } from '@sinclair/typebox'

export const Paging = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
})
export type Paging = Static<typeof Paging>

export const UnboundedPaging = Type.Object({
  limit: Type.Integer({ minimum: 1, default: 10 }),
  offset: Type.Integer({ minimum: 0, default: 0 }),
})
