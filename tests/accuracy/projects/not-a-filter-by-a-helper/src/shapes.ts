// why: an in-memory registry has findOne too, and its argument is no filter
export class Shapes {
  constructor(private readonly registry: any) {}

  private request(): any {
    return { shape: 'round' };
  }

  all(names: string[]) {
    const Registry = this.registry.Shape;
    return names.map(() => Registry.findOne(this.request()));
  }
}
