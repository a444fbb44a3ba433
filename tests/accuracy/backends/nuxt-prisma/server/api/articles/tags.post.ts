export default defineEventHandler(async (event) => {
  const { id, tags } = await readBody(event)
  try {
    await Promise.all(tags.map((name: string) => prisma.tag.create({ data: { name, articleId: id } }))) // expect: no-db-in-controller/queryInController, no-n-plus-one/writeInLoop
    return { ok: true }
  } catch (error: any) {
    throw createError({ statusCode: 500, statusMessage: error.message, data: error }) // expect: no-raw-error-response/errorMessage, no-raw-error-response/rawErrorObject
  }
})
