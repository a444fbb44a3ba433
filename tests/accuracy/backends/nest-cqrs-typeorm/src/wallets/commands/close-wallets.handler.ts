import { CommandHandler, ICommandHandler } from '@nestjs/cqrs'
import { InjectRepository } from '@nestjs/typeorm'
import { DataSource, In, Repository } from 'typeorm'
import { Wallet } from '../wallet.entity'

export class CloseWalletsCommand {
  constructor(readonly ids: number[]) {}
}

@CommandHandler(CloseWalletsCommand)
export class CloseWalletsHandler implements ICommandHandler<CloseWalletsCommand> {
  constructor(@InjectRepository(Wallet) private readonly wallets: Repository<Wallet>, private readonly dataSource: DataSource) {}

  async execute(command: CloseWalletsCommand) {
    const found = await this.wallets.findBy({ id: In(command.ids) })
    await this.dataSource.transaction(async (manager) => {
      for (const wallet of found) {
        wallet.balance = 0
        await manager.save(wallet) // expect: no-n-plus-one/writeInLoop
      }
    })
    await Promise.all(command.ids.map((id) => this.audit(id))) // expect: no-n-plus-one/writeInLoop
  }

  private async audit(id: number) {
    await this.dataSource.query('INSERT INTO audit (wallet_id) VALUES ($1)', [id])
  }
}
