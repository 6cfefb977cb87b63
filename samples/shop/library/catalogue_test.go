package library

import "testing"

func TestTotal(t *testing.T) {
	total, err := Total([]Line{{"pencil", 2}, {"notebook", 1}})
	if err != nil || Euros(total) != "6.30 €" {
		t.Errorf("total is %d, error is %v", total, err)
	}
}

func TestUnknownProduct(t *testing.T) {
	if _, err := Total([]Line{{"umbrella", 1}}); err == nil {
		t.Error("the shop sold an umbrella")
	}
}
