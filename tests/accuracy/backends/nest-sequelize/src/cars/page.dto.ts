import { IsInt, Max, Min } from 'class-validator'

export class PageDto {
  @IsInt() @Min(1) @Max(50) limit: number
  @IsInt() @Min(0) offset: number
}

export class LoosePageDto {
  @IsInt() @Min(1) limit: number
  @IsInt() @Min(0) offset: number
}
