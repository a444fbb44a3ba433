export async function used(address: string | undefined): Promise<number> {
  const answer = await fetch(`http://usage/${address ?? ''}`);
  return Number(await answer.text());
}
