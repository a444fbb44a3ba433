import { DefaultCrudRepository, Entity, HasManyRepositoryFactory, model, property } from '@loopback/repository';

@model()
export class Track extends Entity {
  @property({ id: true }) id?: number;
  @property() title?: string;
}

@model()
export class Album extends Entity {
  @property({ id: true }) id?: number;
}

export class AlbumRepository extends DefaultCrudRepository<Album, number> {
  readonly tracks!: HasManyRepositoryFactory<Track, number>;
}
