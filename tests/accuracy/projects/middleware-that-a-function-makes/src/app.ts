// why: a function that makes middleware is followed to what it makes
import express from 'express';
import { gentle, quota } from './quota';

export const app = express();
app.use(quota(100));
app.use('/slow', gentle(10));
