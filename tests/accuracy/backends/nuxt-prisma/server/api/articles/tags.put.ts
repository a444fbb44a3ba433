export default defineEventHandler(async (event) => {
  const { id, tags } = await readBody(event)
  try {
    await prisma.tag.createMany({ data: tags.map((name: string) => ({ name, articleId: id })) }) // expect: no-db-in-controller/queryInController
    return { ok: true }
  } catch (error) {
    console.error(error)
    throw createError({ statusCode: 500, statusMessage: 'Could not save tags' })
  }
})
