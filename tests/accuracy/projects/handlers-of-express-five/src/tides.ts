export async function tides(port: string): Promise<unknown> {
  const answer = await fetch(`http://tides/${port}`);
  return answer.json();
}
