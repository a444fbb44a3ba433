import { PrismaClient } from '@prisma/client';
import { cache as perRequest } from 'react';

const prisma = new PrismaClient();

export const listSurveys = perRequest(async (ownerId: string) => prisma.survey.findMany({ where: { ownerId }, take: 50 }));
export const countAnswers = perRequest(async (surveyId: string) => prisma.answer.count({ where: { surveyId } }));
