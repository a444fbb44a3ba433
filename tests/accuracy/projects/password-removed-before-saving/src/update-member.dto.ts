export class UpdateMemberDto {
  readonly name: string;
}
