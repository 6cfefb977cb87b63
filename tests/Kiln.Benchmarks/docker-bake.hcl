# What a person would write by hand for samples/shop; diamond.sh measures it beside Kiln.
variable "LAYOUTS" {}

group "default" {
  targets = ["shop-library", "shop-runtime", "shop-api", "shop-worker", "shop-web", "shop-gateway"]
}

target "image" {
  network   = "none"
  platforms = ["linux/amd64"]
}

target "service" {
  inherits = ["image"]
  contexts = { shop-library = "target:shop-library", shop-runtime = "target:shop-runtime" }
}

target "shop-library" {
  inherits = ["image"]
  context  = "samples/shop/library"
  output   = ["type=oci,tar=false,rewrite-timestamp=true,dest=${LAYOUTS}/shop-library"]
}

target "shop-runtime" {
  inherits = ["image"]
  context  = "samples/shop/runtime"
  output   = ["type=oci,tar=false,rewrite-timestamp=true,dest=${LAYOUTS}/shop-runtime"]
}

target "shop-api" {
  inherits = ["service"]
  context  = "samples/shop/api"
  output   = ["type=oci,tar=false,rewrite-timestamp=true,dest=${LAYOUTS}/shop-api"]
}

target "shop-worker" {
  inherits = ["service"]
  context  = "samples/shop/worker"
  output   = ["type=oci,tar=false,rewrite-timestamp=true,dest=${LAYOUTS}/shop-worker"]
}

target "shop-web" {
  inherits = ["service"]
  context  = "samples/shop/web"
  output   = ["type=oci,tar=false,rewrite-timestamp=true,dest=${LAYOUTS}/shop-web"]
}

target "shop-gateway" {
  inherits = ["service"]
  context  = "samples/shop/gateway"
  contexts = { shop-api = "target:shop-api", shop-web = "target:shop-web" }
  output   = ["type=oci,tar=false,rewrite-timestamp=true,dest=${LAYOUTS}/shop-gateway"]
}
