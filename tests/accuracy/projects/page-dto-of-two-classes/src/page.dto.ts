import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max } from 'class-validator';

export class PageDto {
  @Type(() => Number) @IsInt() @Max(100) limit = 20;
}

export class SortDto {
  @IsOptional() @IsString() sort?: string;
}
