// Package library holds what all services of the shop know.
package library

import "fmt"

// Product is one thing that the shop sells. Prices are in cents.
type Product struct {
	Name  string `json:"name"`
	Price int    `json:"price"`
}

// Catalogue is everything that the shop sells, cheapest first.
var Catalogue = []Product{
	{"pencil", 90},
	{"notebook", 450},
	{"fountain pen", 3900},
}

// Line is one line of an order.
type Line struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Find looks up a product by its name.
func Find(name string) (Product, bool) {
	for _, product := range Catalogue {
		if product.Name == name {
			return product, true
		}
	}
	return Product{}, false
}

// Total is what an order costs, in cents.
func Total(order []Line) (int, error) {
	total := 0
	for _, line := range order {
		product, found := Find(line.Name)
		if !found {
			return 0, fmt.Errorf("the shop sells no %q", line.Name)
		}
		total += product.Price * line.Count
	}
	return total, nil
}

// Euros writes cents as people do.
func Euros(cents int) string {
	return fmt.Sprintf("%d.%02d €", cents/100, cents%100)
}
