declare module "nhs-number-validator" {
  export function validate(number: string | number): boolean;
}
