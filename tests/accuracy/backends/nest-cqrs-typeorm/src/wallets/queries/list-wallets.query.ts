export class ListWalletsQuery {
  constructor(public readonly take: number, public readonly skip: number) {}
}
