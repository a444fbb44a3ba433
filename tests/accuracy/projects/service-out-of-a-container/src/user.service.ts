import { Service } from 'typedi';
import { prisma } from './db';

@Service()
export class UserService {
  public async archive(id: string) {
    await prisma.user.update({ where: { id }, data: { archived: true } });
  }
}
