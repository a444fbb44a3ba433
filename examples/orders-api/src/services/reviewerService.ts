import { UnauthorizedError } from '../lib/http';
import { Reviewer } from '../models/review';

export interface ReviewerRegistration {
  email: string;
  displayName: string;
  password: string;
}

export async function register(input: ReviewerRegistration) {
  const reviewer = await Reviewer.create({
    email: input.email,
    displayName: input.displayName,
    password: input.password,
  });
  return { id: reviewer.id, displayName: reviewer.displayName };
}

export async function login(email: string, password: string) {
  const reviewer = await Reviewer.findOne({ email });
  if (!reviewer || reviewer.password !== password) {
    throw new UnauthorizedError();
  }
  return { id: reviewer.id, displayName: reviewer.displayName };
}
