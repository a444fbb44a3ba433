// why: each range brings a function of its own, which is called off the element of the table
const INSIDE = [
  { prefix: '10.', also: null },
  { prefix: '172.', also: (address: string) => Number(address.split('.')[1]) < 32 },
];

function isInside(address: string): boolean {
  for (const range of INSIDE) {
    if (address.startsWith(range.prefix) && (range.also !== null && range.also(address))) return true;
  }
  return false;
}

export function demandOutside(text: string): URL {
  const url = new URL(text);
  if (isInside(url.hostname)) throw new Error('That address is not reachable from here.');
  return url;
}
