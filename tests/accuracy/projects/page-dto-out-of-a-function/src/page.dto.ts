import { IsInt, Max } from 'class-validator';

export function pageDto(most = 100) {
  class Page {
    @IsInt() @Max(most) limit = 20;
  }
  return Page;
}
