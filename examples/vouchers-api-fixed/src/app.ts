import express from 'express';
import { answerError } from './middleware/answerError';
import { memberRoutes } from './routes/members';
import { voucherRoutes } from './routes/vouchers';

export const app = express();

app.use(express.json());
app.use('/members', memberRoutes);
app.use('/vouchers', voucherRoutes);
app.use(answerError);
