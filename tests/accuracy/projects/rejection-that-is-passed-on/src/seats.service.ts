// why: an outer catch that tidies up and throws on lets the text through
import { HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { db, seats } from './db';

@Injectable()
export class SeatsService {
  private readonly held = new Set<number>();

  async take(id: number) {
    this.held.add(id);
    try {
      await db.transaction(async (tx) => {
        try {
          await tx.update(seats).set({ taken: 1 }).where(eq(seats.id, id));
        } catch (error) {
          throw new HttpException((error as Error).message, HttpStatus.CONFLICT); // expect: no-raw-error-response/errorMessage
        }
      });
    } catch (error) {
      this.held.delete(id);
      throw error;
    }
  }
}
