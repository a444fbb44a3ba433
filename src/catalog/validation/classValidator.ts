import { all, defineLibrary } from '../vocabulary.js';

export const classValidator = defineLibrary({
  name: 'class-validator',
  kind: 'validation',
  packages: ['class-validator', '@nestjs/class-validator'],
  exports: {
    ...all(['MaxLength', 'Length'], { decorates: { as: 'bound' }, holds: 'scalar' }),
    ...all(['Max', 'IsIn', 'IsEnum', 'Equals', 'IsNegative', 'IsBoolean', 'IsDivisibleBy'], { decorates: { as: 'bound' }, holds: 'form' }),
    // A condition of the app's own may well be the bound.
    ...all(['Validate', 'ValidateBy'], { decorates: { as: 'bound' }, holds: 'form' }),
    ValidatorConstraint: { decorates: { as: 'middleware' } },
    ValidatorConstraintInterface: { type: 'Constraint' },
    registerDecorator: { route: { method: 'use', handlerSlots: [[0, 'validator', 'validate']], shape: 'validator' } },
    ...all(['validate', 'validateSync'], { harmless: 'gives a list of mistakes' }),
    ...all(['validateOrReject'], { harmless: 'throws a list of mistakes' }),
    ...all(['IsOptional', 'IsNotEmpty', 'ValidateNested', 'IsArray'], { harmless: 'no upper bound' }),
    ...all(['IsString', 'MinLength', 'IsUrl', 'IsAscii', 'IsJSON', 'Contains'], { harmless: 'no upper bound', holds: 'scalar' }),
    ...all(
      ['IsInt', 'IsNumber', 'IsNumberString', 'IsPositive', 'Min', 'IsEmail', 'IsUUID', 'IsMongoId', 'IsDate', 'IsDateString', 'IsISO8601', 'IsAlpha', 'IsAlphanumeric', 'IsHexadecimal', 'IsDecimal', 'IsLatitude', 'IsLongitude', 'IsBooleanString', 'IsPhoneNumber', 'IsIP', 'Matches'],
      { harmless: 'no upper bound', holds: 'form' },
    ),
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
