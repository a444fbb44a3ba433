import { Type } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';

export class PageQuery {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @IsOptional()
  limit = 20;
}
