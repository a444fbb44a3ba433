import { all, defineLibrary } from '../vocabulary.js';

export const classValidator = defineLibrary({
  name: 'class-validator',
  kind: 'validation',
  packages: ['class-validator', '@nestjs/class-validator'],
  exports: {
    ...all(['Max', 'IsIn', 'IsEnum', 'Equals', 'IsNegative', 'MaxLength', 'Length', 'IsBoolean', 'IsDivisibleBy'], { decorates: { as: 'bound' } }),
    // A condition of the app's own may well be the bound.
    ...all(['Validate', 'ValidateBy'], { decorates: { as: 'bound' } }),
    ValidatorConstraint: { decorates: { as: 'middleware' } },
    ValidatorConstraintInterface: { type: 'Constraint' },
    registerDecorator: { route: { method: 'use', handlerSlots: [[0, 'validator', 'validate']], shape: 'validator' } },
    ...all(['validate', 'validateSync'], { harmless: 'gives a list of mistakes' }),
    ...all(['validateOrReject'], { harmless: 'throws a list of mistakes' }),
    ...all(['IsInt', 'IsNumber', 'IsNumberString', 'IsPositive', 'Min', 'IsString', 'IsOptional', 'IsNotEmpty', 'IsEmail', 'ValidateNested', 'IsArray'], { harmless: 'no upper bound' }),
  },
  types: { Constraint: { layer: 'middleware' } },
  handlers: { validator: { params: [], layer: 'middleware' } },
});

/** `plainToInstance(Dto, body)` is the body still. */
export const classTransformer = defineLibrary({
  name: 'class-transformer',
  kind: 'validation',
  packages: ['class-transformer', '@nestjs/class-transformer'],
  exports: {
    ...all(['plainToInstance', 'plainToClass'], { passes: [[1]], reshapes: true }),
    plainToClassFromExist: { passes: [[1]], reshapes: true },
    ...all(['instanceToPlain', 'classToPlain', 'instanceToInstance', 'serialize'], { passes: [[0]] }),
    Transform: { callbacks: [{ at: 0, runs: 'later' }] },
    ...all(['Type', 'Expose'], { harmless: 'describes a field' }),
    Exclude: { harmless: 'describes a field', hides: { unless: 'toClassOnly' } },
  },
  types: {},
});
