module example.com/shop/library

go 1.24
