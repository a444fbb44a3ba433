import Fastify from 'fastify'
import autoload from '@fastify/autoload'
import { join } from 'node:path'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { AppError } from './lib/errors.js'

export async function buildApp() {
  const app = Fastify({ logger: true })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  app.setErrorHandler((error, request, reply) => {
    request.log.error(error)
    if (error instanceof AppError) {
      return reply.status(error.statusCode).send({ code: error.code, message: error.message })
    }
    if (error.validation) {
      return reply.status(400).send({ code: 'VALIDATION', details: error.validation })
    }
    return reply.status(500).send({ code: 'INTERNAL', message: error.message }) // expect: no-raw-error-response/errorMessage
  })

  await app.register(autoload, { dir: join(import.meta.dirname, 'plugins') })
  await app.register(autoload, { dir: join(import.meta.dirname, 'routes'), options: { prefix: '/api' } })
  return app
}
