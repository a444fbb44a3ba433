// why: an exception that the same function catches again goes to nobody
import { ConflictException, Injectable } from '@nestjs/common';
import { prisma } from './db';

@Injectable()
export class FolderService {
  async move(id: string, parentId: string) {
    try {
      return await prisma.$transaction(async (tx) => {
        try {
          return await tx.folder.update({ where: { id }, data: { parentId } });
        } catch (error) {
          throw new ConflictException(error);
        }
      });
    } catch (error) {
      return { error: 'FOLDER_NOT_MOVED' };
    }
  }
}
