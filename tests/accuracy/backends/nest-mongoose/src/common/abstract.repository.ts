import { NotFoundException } from '@nestjs/common'
import type { FilterQuery, HydratedDocument, Model, ProjectionType, UpdateQuery } from 'mongoose'

export abstract class AbstractRepository<T> {
  constructor(protected readonly model: Model<T>) {}

  async create(data: Partial<T>): Promise<HydratedDocument<T>> {
    return new this.model(data).save()
  }

  async findOne(filter: FilterQuery<T>, projection?: ProjectionType<T>) {
    const document = await this.model.findOne(filter, projection).exec()
    if (!document) throw new NotFoundException(`${this.model.modelName} not found`)
    return document
  }

  async find(filter: FilterQuery<T>) {
    return this.model.find(filter).exec()
  }

  async paginate(filter: FilterQuery<T>, page: number, limit: number) {
    const [items, total] = await Promise.all([
      this.model.find(filter).skip((page - 1) * limit).limit(limit).exec(),
      this.model.countDocuments(filter),
    ])
    return { items, total, page, pages: Math.ceil(total / limit) }
  }

  async findOneAndUpdate(filter: FilterQuery<T>, update: UpdateQuery<T>) {
    return this.model.findOneAndUpdate(filter, update, { new: true }).exec()
  }

  async exists(filter: FilterQuery<T>) {
    return !!(await this.model.exists(filter))
  }
}
