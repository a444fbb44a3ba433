// why: a template method runs what the one subclass fills in
class Importer {
  async run(lines) {
    for (const line of lines) {
      await this.store(this.parse(line)); // expect: no-n-plus-one/writeInLoop
    }
  }

  parse(line) {
    const [sku, price] = line.split(';');
    return { sku, price: Number(price) };
  }

  async store() {
    throw new Error('A subclass says how.');
  }
}

module.exports = { Importer };
