import { app } from './app';
import { logger } from './clients';
import { config } from './config';

app.listen(config.port, () => logger.info({ port: config.port }, 'listening'));
