import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

export class PageDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  size!: number;
}

export class OpenPageDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  size!: number;
}

export class SearchDto {
  @IsOptional()
  @IsString()
  words?: string;
}
