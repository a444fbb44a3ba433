import { IQueryHandler, QueryHandler } from '@nestjs/cqrs'
import { InjectRepository } from '@nestjs/typeorm'
import { Repository } from 'typeorm'
import { Wallet } from '../wallet.entity'
import { ListWalletsQuery } from './list-wallets.query'

@QueryHandler(ListWalletsQuery)
export class ListWalletsHandler implements IQueryHandler<ListWalletsQuery> {
  constructor(@InjectRepository(Wallet) private readonly wallets: Repository<Wallet>) {}

  async execute({ take, skip }: ListWalletsQuery) {
    return this.wallets.find({ take, skip, order: { id: 'ASC' } })
  }
}
