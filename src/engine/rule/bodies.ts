/** What rules ask about the bodies of requests. */
import { type MassAssignment, massAssignmentsOf } from '../facts/assignments.js';
import type { File } from './file.js';

/** Bodies that go into a row with every field that the client cares to send, each once a site. */
export function massAssignments(file: File): MassAssignment[] {
  return massAssignmentsOf(file.analysis, file.module);
}
