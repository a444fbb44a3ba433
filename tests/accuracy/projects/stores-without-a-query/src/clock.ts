export class Clock {
  async find(zone: string) {
    return new Date().toLocaleString('en', { timeZone: zone });
  }
}
