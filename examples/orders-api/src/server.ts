import { app } from './app';
import { connectDatabases } from './lib/db';

const port = Number(process.env.PORT ?? 3000);

await connectDatabases();
app.listen(port);
