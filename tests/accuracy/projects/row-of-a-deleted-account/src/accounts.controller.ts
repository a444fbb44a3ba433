// why: what a delete gives back is the whole row once more; a service that names fields gives only those
import { Controller, Delete, Get, Param } from '@nestjs/common';
import { AccountsService } from './accounts.service';

@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.accounts.remove(id); // expect: no-sensitive-data-in-response/sensitiveRow
  }

  @Get(':id')
  show(@Param('id') id: string) {
    return this.accounts.show(id);
  }
}
