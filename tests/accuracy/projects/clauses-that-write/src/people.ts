// why: what a statement of Cypher does may stand in any of its clauses, and a node is not made by what makes an index
import neo4j from 'neo4j-driver';

const driver = neo4j.driver('bolt://graph', neo4j.auth.basic('app', String(process.env.GRAPH_PASSWORD)));

export async function befriend(pairs: { a: string; b: string }[]) {
  const session = driver.session();
  try {
    await session.run('CREATE INDEX person_id IF NOT EXISTS FOR (p:Person) ON (p.id)');
    for (const { a, b } of pairs) {
      await session.run('MATCH (a:Person { id: $a }), (b:Person { id: $b }) MERGE (a)-[:KNOWS]->(b)', { a, b }); // expect: no-n-plus-one/writeInLoop
    }
  } finally {
    await session.close();
  }
}
