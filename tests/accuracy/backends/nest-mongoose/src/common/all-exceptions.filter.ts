import { ArgumentsHost, Catch, ExceptionFilter, HttpException, HttpStatus, Logger } from '@nestjs/common'
import type { Response } from 'express'

@Catch()
export class AllExceptionsFilter implements ExceptionFilter {
  private readonly logger = new Logger(AllExceptionsFilter.name)

  catch(exception: unknown, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse<Response>()
    this.logger.error(exception)
    if (exception instanceof HttpException) {
      response.status(exception.getStatus()).json(exception.getResponse())
      return
    }
    const message = exception instanceof Error ? exception.message : 'Internal server error'
    response.status(HttpStatus.INTERNAL_SERVER_ERROR).json({ statusCode: 500, message, timestamp: new Date().toISOString() }) // expect: no-raw-error-response/errorMessage
  }
}
