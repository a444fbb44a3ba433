// why: LoopBack hands out a repository of the rows that belong to one, which are few, and which each ask the database
import { repository } from '@loopback/repository';
import { get, param } from '@loopback/rest';
import { AlbumRepository } from './album.repository';

export class AlbumsController {
  constructor(@repository(AlbumRepository) private readonly albums: AlbumRepository) {}

  @get('/albums/{id}/tracks')
  tracks(@param.path.number('id') id: number) {
    return this.albums.tracks(id).find();
  }

  @get('/tracks')
  async latest() {
    const albums = await this.albums.find({ order: ['released DESC'], limit: 10 });
    const lists = [];
    for (const album of albums) {
      lists.push(await this.albums.tracks(album.id).find({ limit: 5 })); // expect: no-n-plus-one/queryInLoop
    }
    return lists.flat();
  }
}
