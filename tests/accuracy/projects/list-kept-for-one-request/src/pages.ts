// why: a query that React keeps for one request is asked in several places and runs once
import { listSurveys } from './loaders';

export const titlesOf = async (ownerId: string) => (await listSurveys(ownerId)).map((survey) => survey.title);
export const idsOf = async (ownerId: string) => (await listSurveys(ownerId)).map((survey) => survey.id);
