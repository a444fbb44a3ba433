exports.read = async (what) => {
  const answer = await fetch(`http://lake/${what}`);
  return answer.json();
};
