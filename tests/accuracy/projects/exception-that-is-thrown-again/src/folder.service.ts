// why: an exception that is caught and thrown again does go to the client
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
          throw new ConflictException(error); // expect: no-raw-error-response/rawErrorObject
        }
      });
    } catch (error) {
      console.error(id);
      throw error;
    }
  }
}
