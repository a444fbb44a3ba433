export async function castVote(option: string) {
  const answer = await fetch(`https://votes.internal/${option}`, { method: 'POST' });
  if (answer.status === 409) throw Object.assign(new Error('The vote is closed.'), { code: 'CLOSED' });
  return answer.json();
}
