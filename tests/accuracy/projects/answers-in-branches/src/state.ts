export async function isReady(): Promise<boolean> {
  return process.uptime() > 10;
}

export async function readStats(): Promise<string[]> {
  return ['up'];
}
