import { IsOptional, IsString } from 'class-validator';
import { PageQuery } from './page.query';

export class PlantsQuery extends PageQuery {
  @IsString()
  @IsOptional()
  family?: string;
}
