export class Probe {
  async test(address: string) {
    const answer = await fetch(address);
    return answer.ok;
  }
}
