import { Attachment } from './attachment';

export async function present(album: { id: string }, options: { isPublic?: boolean } = {}) {
  return { id: album.id, files: await filesOf(album, options.isPublic ? { signed: true } : undefined) };
}

async function filesOf(album: { id: string }, options?: { signed?: boolean }) {
  return options?.signed ? Attachment.findAll({ where: { albumId: album.id } }) : [];
}
