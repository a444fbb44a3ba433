export const RESERVATIONS = Symbol('RESERVATIONS');

export interface ReservationsPort {
  release(id: string): Promise<void>;
  releaseAll(ids: string[]): Promise<void>;
}
