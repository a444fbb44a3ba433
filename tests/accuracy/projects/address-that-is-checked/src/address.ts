const OWN = ['localhost', '127.0.0.1'];

export function checkAddress(address: string) {
  const { protocol, hostname } = parse(address);
  if (protocol !== 'https:') throw new Error(`The protocol ${protocol} will not do.`);
  if (isOwn(hostname)) throw new Error('The address is one of ours.');
}

function parse(address: string) {
  try {
    return new URL(address);
  } catch {
    throw new Error('That is no address.');
  }
}

function isOwn(hostname: string) {
  return OWN.includes(hostname) || hostname.endsWith('.internal');
}
