import { BaseModel, column } from '@adonisjs/lucid/orm'

export default class Post extends BaseModel {
  @column({ isPrimary: true }) declare id: number
  @column() declare topicId: number
  @column() declare text: string
}
