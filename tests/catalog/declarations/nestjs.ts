import { nestjs } from '../../../src/catalog/frameworks/nestjs.js';
import type { Declarations } from '../declared.js';

export default {
  library: nestjs,
  modules: ['@nestjs/common', '@nestjs/core'],
  types: {
    Consumer: ["import('@nestjs/common').MiddlewareConsumer", "ReturnType<import('@nestjs/common').MiddlewareConsumer['apply']>"],
    ArgumentsHost: "import('@nestjs/common').ArgumentsHost",
    HttpHost: "import('@nestjs/common/interfaces').HttpArgumentsHost",
    AdapterHost: "import('@nestjs/core').HttpAdapterHost",
    Adapter: "import('@nestjs/core').AbstractHttpAdapter",
    ExceptionFilter: "import('@nestjs/core').BaseExceptionFilter",
    Factory: "typeof import('@nestjs/core').NestFactory",
    ModuleRef: "import('@nestjs/core').ModuleRef",
    Application: "import('@nestjs/common').INestApplication",
    Request: ["import('express').Request", "import('fastify').FastifyRequest"],
    Response: ["import('express').Response", "import('fastify').FastifyReply"],
    Next: "import('express').NextFunction",
    Statuses: "typeof import('@nestjs/common').HttpStatus",
    LoggerClass: "typeof import('@nestjs/common').Logger",
    Logger: "import('@nestjs/common').LoggerService",
  },
  unnamed: { Config: 'the ConfigService of @nestjs/config' },
  onlyIn: {
    ConfigService: '@nestjs/config',
    NestExpressApplication: '@nestjs/platform-express',
    NestFastifyApplication: '@nestjs/platform-fastify',
    'Response.view': '@fastify/view',
  },
} satisfies Declarations;
