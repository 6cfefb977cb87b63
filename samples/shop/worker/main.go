// Reads orders from standard input, one JSON list a line, and writes a bill for each.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"example.com/shop/library"
)

func main() {
	orders := bufio.NewScanner(os.Stdin)
	for orders.Scan() {
		bill, err := billOf(orders.Bytes())
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		fmt.Println(bill)
	}
}

func billOf(text []byte) (string, error) {
	var order []library.Line
	if err := json.Unmarshal(text, &order); err != nil {
		return "", err
	}
	total, err := library.Total(order)
	return library.Euros(total), err
}
