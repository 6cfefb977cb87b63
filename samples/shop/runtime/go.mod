module example.com/shop/runtime

go 1.24
